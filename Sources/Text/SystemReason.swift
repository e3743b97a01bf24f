/// Why the operating system refused something: an error number of Linux, in words of ours, since the
/// system has no Chinese ones where its language packages are missing.
package struct SystemReason: Hashable, Sendable, Worded {
  /// As `errno` holds it.
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  /// The numbers that Linux has on every machine that Swift builds for, in `asm-generic/errno.h`.
  private static let words: [Int32: Wording] = [
    1: Wording(zh: "不允许这样操作", en: "operation not permitted"),
    2: Wording(zh: "没有这个文件或文件夹", en: "no such file or folder"),
    5: Wording(zh: "磁盘读写出错", en: "the disk fails to read or write"),
    6: Wording(zh: "设备不存在", en: "no such device"),
    9: Wording(zh: "文件没有打开", en: "the file is not open"),
    12: Wording(zh: "内存不足", en: "out of memory"),
    13: Wording(zh: "没有权限", en: "permission denied"),
    16: Wording(zh: "正在使用中", en: "in use"),
    17: Wording(zh: "已经有同名的文件", en: "a file of that name is there"),
    18: Wording(zh: "不在同一个磁盘上", en: "not on the same disk"),
    20: Wording(zh: "不是文件夹", en: "not a folder"),
    21: Wording(zh: "这是文件夹", en: "is a folder"),
    22: Wording(zh: "参数无效", en: "invalid argument"),
    23: Wording(zh: "系统打开的文件太多", en: "too many open files in the system"),
    24: Wording(zh: "打开的文件太多", en: "too many open files"),
    26: Wording(zh: "文件正在运行", en: "the file is running"),
    27: Wording(zh: "文件太大", en: "the file is too large"),
    28: Wording(zh: "磁盘已满", en: "no space left on the disk"),
    30: Wording(zh: "磁盘是只读的", en: "the disk is read-only"),
    31: Wording(zh: "链接太多", en: "too many links"),
    32: Wording(zh: "读取的一方已经关闭", en: "the reading side has closed"),
    36: Wording(zh: "名字太长", en: "the name is too long"),
    38: Wording(zh: "系统不支持", en: "not supported by the system"),
    39: Wording(zh: "文件夹不是空的", en: "the folder is not empty"),
    40: Wording(zh: "链接绕成了圈", en: "links lead in a circle"),
    95: Wording(zh: "这种磁盘不支持", en: "not supported by this disk"),
    116: Wording(zh: "网络磁盘已断开", en: "the network disk is gone"),
    122: Wording(zh: "磁盘配额已用完", en: "the disk quota is used up"),
  ]

  package var wording: Wording {
    Self.words[number] ?? Wording(zh: "系统错误 \(number)", en: "system error \(number)")
  }
}
