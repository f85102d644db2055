pub fn is_number(text: &str) -> bool {
    if let Ok(_) = text.parse::<f64>() {
        return true;
    }
    text == "NaN"
}
