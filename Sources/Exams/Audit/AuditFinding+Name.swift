extension AuditFinding {
  /// A stable name for programs: that of the case, with hyphens.
  package var id: String {
    let name = Mirror(reflecting: self).children.first?.label ?? "\(self)"
    return name.reduce(into: "") { id, sign in
      id += sign.isUppercase ? "-" + sign.lowercased() : String(sign)
    }
  }
}
