pub fn or_default<T>(setting: Option<T>, default: T) -> T {
    setting.unwrap_or(default)
}
