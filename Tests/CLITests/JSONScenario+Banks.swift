/// Banks that the scenario loads.
extension JSONScenario {
  /// Questions without citations, of which one shares words with an article.
  static let uncited = """
    ---
    题库：uncited
    名称：没有依据的题库
    版本：1
    ---
    ## 判断题
    1. 本法自2020年7月1日起施行。
    答案：对
    编号：U-1
    2. 甲事。
    答案：对
    编号：U-2

    """

  /// A bank that rests on both, once on an article that does not exist.
  static let citing = """
    ---
    题库：citing
    名称：有依据的题库
    版本：1
    法律：《某法》 2020-01-02
    法律：《某章程》 2021-01-02
    法律：《乌有法》 2020-01-02
    ---
    ## 单选题
    1. 题干
    A. 甲
    B. 乙
    答案：A
    解析：略。
    依据：《某法》第一条；《某章程》序言；《乌有法》第一条
    难度：易
    层次：识记
    编号：X-1

    2. 依据写错的题
    A. 甲
    B. 乙
    答案：A
    解析：略。
    依据：《某法》第九条
    难度：易
    层次：识记
    编号：X-2

    """
}
