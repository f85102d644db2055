pub fn volume(wanted: i32) -> i32 {
    wanted.clamp(0, 100)
}
