pub fn is_number(text: &str) -> bool {
    if text.parse::<f64>().is_ok() {
        return true;
    }
    text == "NaN"
}
