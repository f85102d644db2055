pub fn row_class(index: usize) -> &'static str {
    match index % 3 {
        0 => "light",
        1 => "grey",
        _ => "dark",
    }
}
