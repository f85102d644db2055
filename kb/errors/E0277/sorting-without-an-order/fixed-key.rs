pub struct Card {
    pub rank: u8,
    pub suit: u8,
}

pub fn sorted(mut hand: Vec<Card>) -> Vec<Card> {
    hand.sort_by_key(|card| card.rank);
    hand
}
