pub fn caption(width: u32) -> String {
    format!("a screen of 27\" with a width of {width}")
}
