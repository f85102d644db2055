//! Lengths that know their unit.

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Add, Mul, Sub};

/// A unit of length.
pub trait Unit {
    /// What is written behind a number.
    const SYMBOL: &'static str;
    /// How many metres it is.
    const METRES: f64;
}

/// The unit of most of the world.
#[derive(Debug)]
pub enum Metre {}

/// The unit of pilots.
#[derive(Debug)]
pub enum Foot {}

impl Unit for Metre {
    const SYMBOL: &'static str = "m";
    const METRES: f64 = 1.0;
}

impl Unit for Foot {
    const SYMBOL: &'static str = "ft";
    const METRES: f64 = 0.3048;
}

/// A length in the unit `U`. Lengths of different units do not mix:
///
/// ```compile_fail
/// use units_with_phantom_data::{Foot, Length, Metre};
/// let _ = Length::<Metre>::new(1.0) + Length::<Foot>::new(1.0);
/// ```
pub struct Length<U> {
    value: f64,
    // a function type: nothing is stored, and it is Copy and Send whatever `U` is
    unit: PhantomData<fn() -> U>,
}

impl<U: Unit> Length<U> {
    /// Makes a length of `value` units.
    pub const fn new(value: f64) -> Self {
        Self {
            value,
            unit: PhantomData,
        }
    }

    /// Returns the number of units.
    pub const fn value(self) -> f64 {
        self.value
    }

    /// Returns the same length in another unit.
    pub fn to<V: Unit>(self) -> Length<V> {
        Length::new(self.value * U::METRES / V::METRES)
    }
}

// a derive would demand that the marker be Clone, Copy and so on
impl<U> Clone for Length<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Length<U> {}

impl<U> PartialEq for Length<U> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<U> PartialOrd for Length<U> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value)
    }
}

impl<U: Unit> Add for Length<U> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.value + other.value)
    }
}

impl<U: Unit> Sub for Length<U> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.value - other.value)
    }
}

impl<U: Unit> Mul<f64> for Length<U> {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.value * factor)
    }
}

impl<U: Unit> fmt::Display for Length<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // width and decimals are meant for the number
        fmt::Display::fmt(&self.value, f)?;
        write!(f, " {}", U::SYMBOL)
    }
}

impl<U: Unit> fmt::Debug for Length<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Length({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Metres = Length<Metre>;
    type Feet = Length<Foot>;

    #[test]
    fn equal_units_add_up() {
        assert_eq!(Metres::new(1.5) + Metres::new(2.0) * 2.0, Metres::new(5.5));
        assert!(Feet::new(1.0) < Feet::new(2.0) - Feet::new(0.5));
    }

    #[test]
    fn others_are_converted_first() {
        let height = Feet::new(10_000.0).to::<Metre>();
        assert!((height.value() - 3048.0).abs() < 1e-9);
        let there_and_back = Metres::new(8.0).to::<Foot>().to::<Metre>();
        assert!((there_and_back.value() - 8.0).abs() < 1e-12);
    }

    #[test]
    fn the_unit_is_shown() {
        assert_eq!(
            format!(
                "{:.1} = {:.2}",
                Feet::new(3.0),
                Feet::new(3.0).to::<Metre>()
            ),
            "3.0 ft = 0.91 m"
        );
    }

    #[test]
    fn the_marker_takes_no_room() {
        assert_eq!(size_of::<Metres>(), size_of::<f64>());
        let (a, b) = (Metres::new(1.0), Metres::new(f64::NAN));
        assert_eq!(a.partial_cmp(&b), None);
    }
}
