/// A place in a statute that a question rests on: 《民法典》第一百八十四条第一款第二项.
package struct Citation: Hashable, Sendable {
  /// The provision within the statute.
  package enum Provision: Hashable, Sendable {
    /// The preamble 序言, only constitutions have one.
    case preamble
    case article(ArticleNumber)
  }

  package let title: StatuteTitle
  package let provision: Provision
  /// 款, counted from 1; for the preamble 自然段. nil cites the whole provision.
  package let paragraph: Int?
  /// 项, counted from 1.
  package let item: Int?

  package init(
    title: StatuteTitle, provision: Provision, paragraph: Int? = nil, item: Int? = nil
  ) {
    self.title = title
    self.provision = provision
    self.paragraph = paragraph
    self.item = item
  }

  /// By the numbers alone: banks cite few statutes, and hashing a title costs more than all the rest.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(provision)
    hasher.combine(paragraph)
    hasher.combine(item)
  }
}
