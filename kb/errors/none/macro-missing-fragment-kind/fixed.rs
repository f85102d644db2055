macro_rules! clamp {
    ($value:expr, $max:expr) => {
        if $value > $max { $max } else { $value }
    };
}

pub fn volume(requested: u32) -> u32 {
    clamp!(requested, 100)
}
