pub fn volume(wanted: i32) -> i32 {
    if wanted < 0 {
        0
    } else if wanted > 100 {
        100
    } else {
        wanted
    }
}
