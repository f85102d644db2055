use std::ops::Add;

#[derive(Clone, Copy)]
pub struct Metres(pub f64);

impl Add for Metres {
    type Output = f64;

    fn add(self, other: Metres) -> f64 {
        self.0 + other.0
    }
}

pub fn total<T: Copy + Add<Output = T>>(first: T, rest: &[T]) -> T {
    rest.iter().fold(first, |sum, part| sum + *part)
}

pub fn trip(legs: &[Metres]) -> Metres {
    total(Metres(0.0), legs)
}
