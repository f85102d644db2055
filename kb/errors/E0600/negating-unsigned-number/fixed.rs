pub struct Movement {
    pub quantity: u32,
    pub outgoing: bool,
}

pub fn change(movement: &Movement) -> i64 {
    if movement.outgoing {
        -i64::from(movement.quantity)
    } else {
        i64::from(movement.quantity)
    }
}
