pub enum Payment {
    Card { number: String },
    Cash,
}

pub fn last_digits(card: &Payment::Card) -> Option<String> {
    match card {
        Payment::Card { number } => number
            .get(number.len().checked_sub(4)?..)
            .map(str::to_string),
        Payment::Cash => None,
    }
}
