import Text

extension AccountEvent.Kind: Worded {
  package var wording: Wording {
    switch self {
    case .created: Wording(zh: "建立", en: "created")
    case .role: Wording(zh: "改角色", en: "role changed")
    case .password: Wording(zh: "本人改密码", en: "password changed")
    case .reset: Wording(zh: "重设密码", en: "password reset")
    case .unlocked: Wording(zh: "解除等待", en: "wait lifted")
    case .disabled: Wording(zh: "停用", en: "disabled")
    case .enabled: Wording(zh: "恢复使用", en: "enabled again")
    case .recovered: Wording(zh: "找回管理员", en: "recovered")
    case .acknowledged: Wording(zh: "知悉找回", en: "recovery noted")
    case .forgotten: Wording(zh: "已遗忘", en: "forgotten")
    }
  }
}
