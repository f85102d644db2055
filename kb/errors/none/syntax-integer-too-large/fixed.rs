pub const PARTICLES: u128 = 1_000_000_000_000_000_000_000_000_000_000_000;

pub fn share(count: u128) -> u128 {
    count * 100 / PARTICLES
}
