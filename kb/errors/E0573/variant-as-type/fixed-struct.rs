pub struct Card {
    pub number: String,
}

pub enum Payment {
    Card(Card),
    Cash,
}

pub fn last_digits(card: &Card) -> Option<&str> {
    let start = card.number.len().checked_sub(4)?;
    card.number.get(start..)
}
