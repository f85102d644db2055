pub enum Discount {
    Percent(u32),
    Amount(u32),
}

pub fn final_price(price: Option<u32>, discount: Option<Discount>) -> Option<u32> {
    let off = match discount {
        Some(Discount::Percent(percent)) => price? * percent / 100,
        Some(Discount::Amount(cents)) => cents,
    };
    price?.checked_sub(off)
}
