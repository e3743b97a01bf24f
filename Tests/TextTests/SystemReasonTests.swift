import Glibc
import Testing
import Text

/// The system's refusals in words of ours.
@Suite struct SystemReasonTests {
  @Test(arguments: [
    (EPERM, "不允许"), (ENOENT, "没有这个文件"), (EIO, "读写出错"), (ENXIO, "设备不存在"),
    (EBADF, "没有打开"), (ENOMEM, "内存不足"), (EACCES, "没有权限"), (EBUSY, "正在使用"),
    (EEXIST, "同名"), (EXDEV, "同一个磁盘"), (ENOTDIR, "不是文件夹"), (EISDIR, "这是文件夹"),
    (EINVAL, "参数无效"), (ENFILE, "系统打开的文件太多"), (EMFILE, "打开的文件太多"),
    (ETXTBSY, "正在运行"), (EFBIG, "文件太大"), (ENOSPC, "磁盘已满"), (EROFS, "只读"),
    (EMLINK, "链接太多"), (EPIPE, "读取的一方"), (ENAMETOOLONG, "名字太长"), (ENOSYS, "系统不支持"),
    (ENOTEMPTY, "不是空的"), (ELOOP, "绕成了圈"), (EOPNOTSUPP, "这种磁盘不支持"),
    (ESTALE, "网络磁盘"), (EDQUOT, "配额"),
  ]) func `a number of this system has the words that belong to it`(number: Int32, words: String) {
    #expect(SystemReason(number).wording.zh.contains(words))
    #expect(!SystemReason(number).wording.en.contains("system error"))
  }

  @Test func `an unknown number is told as it is`() {
    #expect(SystemReason(4095).wording == Wording(zh: "系统错误 4095", en: "system error 4095"))
  }
}
