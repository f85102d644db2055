pub fn mask(card: &str) -> String {
    let mut shown = String::with_capacity(card.len());
    for (i, digit) in card.chars().enumerate() {
        if i + 4 < card.len() {
            shown.push('*');
        } else {
            shown.push(digit);
        }
    }
    shown
}
