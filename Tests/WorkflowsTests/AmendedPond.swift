/// A law, what an amendment makes of it, and a bank that rests on it.
enum AmendedPond {
  static let old = """
    # 中华人民共和国鱼塘法
    2020年1月2日 某某会议通过
    第一条 为了保护鱼塘，制定本法。
    第二条 承租人应当在五日内交纳租金。
    租金由村民委员会公布。
    第三条 任何人不得向水里倾倒垃圾。
    第四条 承租人可以钓鱼。

    """
  /// Article 2 has another figure, a new article stands before the third, the fourth has other words.
  static let new =
    old.replacing("2020年1月2日", with: "2024年1月2日")
    .replacing("在五日内", with: "在七日内")
    .replacing("第四条 承租人可以钓鱼", with: "第五条 承租人可以垂钓")
    .replacing("第三条 任何人", with: "第三条 垂钓者每次交费，费用归村集体。\n第四条 任何人")

  static func bank(_ id: String = "pond", version: String = "1") -> String {
    """
    ---
    题库：\(id)
    名称：鱼塘题库
    版本：\(version)
    法律：《鱼塘法》 2020-01-02
    ---
    ## 单选题
    1. 租金几日内交？
    A. 三日
    B. 五日
    C. 十日
    答案：B
    解析：应当在五日内交。
    依据：《鱼塘法》第二条第一款
    编号：P-1

    2. 租金由谁公布？
    A. 村民委员会
    B. 承租人
    C. 乡镇
    答案：A
    依据：《鱼塘法》第二条第二款
    编号：P-2

    3. 可以向水里倒垃圾吗？
    A. 可以
    B. 不可以
    C. 看情况
    答案：B
    依据：《鱼塘法》第三条
    编号：P-3

    4. 承租人可以做什么？
    A. 钓鱼
    B. 填塘
    C. 炸鱼
    答案：A
    依据：《鱼塘法》第四条
    编号：P-4

    5. 这部法保护什么？
    A. 鱼塘
    B. 水田
    C. 山林
    答案：A
    依据：《鱼塘法》第一条
    编号：P-5

    """
  }
}
