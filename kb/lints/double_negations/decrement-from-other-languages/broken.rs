pub fn lower(level: i32) -> i32 {
    if level > 0 { --level } else { 0 }
}
