pub struct Movement {
    pub quantity: u32,
    pub outgoing: bool,
}

pub fn change(movement: &Movement) -> i64 {
    if movement.outgoing {
        -movement.quantity as i64
    } else {
        movement.quantity as i64
    }
}
