pub fn lower(level: i32) -> i32 {
    if level > 0 { level - 1 } else { 0 }
}
