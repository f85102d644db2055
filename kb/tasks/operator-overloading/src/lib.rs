//! Vectors in the plane.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Sub};

/// A vector with two parts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Vector {
    pub x: f64,
    pub y: f64,
}

impl Vector {
    pub const ZERO: Self = Self::new(0.0, 0.0);

    /// Makes a vector.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Returns the product of lengths and of the cosine of the angle between.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Returns its length.
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl AddAssign for Vector {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Neg for Vector {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

// the other order is an operator of its own
impl Mul<Vector> for f64 {
    type Output = Vector;

    fn mul(self, vector: Vector) -> Vector {
        vector * self
    }
}

impl Sum for Vector {
    fn sum<I: Iterator<Item = Self>>(vectors: I) -> Self {
        vectors.fold(Self::ZERO, Add::add)
    }
}

/// Gives the parts by number. Panics at any other than 0 and 1, as a slice would.
impl Index<usize> for Vector {
    type Output = f64;

    fn index(&self, part: usize) -> &f64 {
        match part {
            0 => &self.x,
            1 => &self.y,
            _ => panic!("a vector in the plane has no part {part}"),
        }
    }
}

impl IndexMut<usize> for Vector {
    fn index_mut(&mut self, part: usize) -> &mut f64 {
        match part {
            0 => &mut self.x,
            1 => &mut self.y,
            _ => panic!("a vector in the plane has no part {part}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Vector = Vector::new(1.0, 2.0);
    const B: Vector = Vector::new(3.0, -1.0);

    #[test]
    fn formulas_look_like_formulas() {
        assert_eq!(A + B * 2.0, Vector::new(7.0, 0.0));
        assert_eq!(0.5 * (A - B), Vector::new(-1.0, 1.5));
        assert_eq!(-A, Vector::new(-1.0, -2.0));
        assert_eq!(A.dot(B), 1.0);
        assert_eq!((B - A + Vector::new(1.0, 7.0)).length(), 5.0);
    }

    #[test]
    fn sums_and_assignments() {
        let mut total: Vector = [A, B, A].into_iter().sum();
        total += B;
        assert_eq!(total, 2.0 * (A + B));
        assert_eq!(std::iter::empty::<Vector>().sum::<Vector>(), Vector::ZERO);
    }

    #[test]
    fn parts_have_numbers() {
        let mut vector = A;
        vector[1] = 9.0;
        assert_eq!((vector[0], vector[1]), (1.0, 9.0));
    }

    #[test]
    #[should_panic(expected = "has no part 2")]
    fn there_is_no_third_part() {
        let _ = A[2];
    }
}
