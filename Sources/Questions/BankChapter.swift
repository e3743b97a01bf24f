/// The items under one chapter heading; those before the first heading have no title.
package struct BankChapter: Hashable, Sendable {
  package var title: String?
  package var items: [BankItem]

  package init(title: String?, items: [BankItem]) {
    self.title = title
    self.items = items
  }
}
