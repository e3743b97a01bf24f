/// Bank files of the tests. Their texts are of no law: what the program does with them is the matter.
enum BankText {
  /// A small bank with every question type; its first option is never moved to another place by a
  /// change of ours, only by the program's shuffle.
  static let everyType = """
    ---
    题库：town
    名称：镇里的题库
    语言：zh
    版本：2026.11
    法律：《民法典》 2020-05-28
    ---

    # 第一章 相邻

    ## 单项选择题

    1. 老周家的树根伸进了邻居的菜地，邻居应当先怎么做，才算照规矩来，又不伤和气，还能让两家往后照样走动？
    A. 找老周商量，请他自己修剪
    B. 连夜把树砍了
    C. 把菜地卖给别人
    D. 当作没有看见
    答案：A
    解析：先商量。[B] 砍的是别人的树；[C]、[D] 都没有解决问题。
    依据：《民法典》第二百八十八条
    编号：T-001

    ## 多项选择题

    2. 下列哪些是相邻关系里常见的事？
    A. 通行
    B. 采光
    C. 排水
    D. 选村主任
    答案：ABC
    解析：[D] 是村民自治的事。
    依据：《民法典》第二百九十条；《民法典》第二百九十一条
    编号：T-002

    ## 不定项选择题

    3. 水渠堵了，可以找谁？
    A. 渠的主人
    B. 下棋的人
    C. 过路的人
    答案：A
    解析：谁的渠谁疏通。
    编号：T-003

    ## 判断题

    4. 邻居之间方便生活，是处理相邻关系的一条老规矩。
    答案：对
    解析：有利生产、方便生活、团结互助、公平合理。
    依据：《民法典》第二百八十八条
    编号：T-004

    # 第二章 合同

    ## 填空题

    5. 订立合同，先有____，后有____。
    答案：要约；承诺
    解析：一方提出，另一方答应。
    编号：T-005

    ## 简答题

    6. 村里要租出鱼塘，合同里至少写明哪些事？
    答案：
    - 租金多少 | 租金
    - 租期多长 | 租期 | 期限
    解析：钱和时间写清楚，日后少争吵。
    编号：T-006

    ## 案例题

    案例：老李把拖拉机借给老王用三天，老王又转手租给了别人，收了钱，车在别人手里坏了。老李知道后很生气，要老王赔。
    编号：T-C01

    7. [单选] 老李找谁赔最直接？
    A. 老王，借车的人
    B. 修车的人
    C. 村里的会计
    答案：A
    解析：车借给了谁就找谁。
    编号：T-C01-1

    8. [判断] 老王没有得到老李同意就转租，这样做不妥。
    答案：对
    解析：借来的东西不能自己做主租出去。
    编号：T-C01-2

    案例完

    """

  /// A bank of fill-in questions whose stems say their number: 题 1, 题 2 …
  static func numbered(_ count: Int, id: String = "numbers") -> String {
    var text = """
      ---
      题库：\(id)
      名称：编号题库
      语言：zh
      版本：1
      ---

      # 全部

      ## 填空题


      """
    for number in 1...count {
      text += """
        \(number). 题 \(number) 的答案是____。
        答案：正确\(number)
        编号：N-\(number)


        """
    }
    return text
  }
}
