//! Shapes in the plane.

use std::f64::consts::PI;
use std::fmt::Debug;

/// The smallest upright rectangle around a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub bottom: f64,
    pub right: f64,
    pub top: f64,
}

/// Something with an outline. Bounds, area and name are all that must be written.
pub trait Shape: Debug {
    /// Returns the smallest rectangle around it.
    fn bounds(&self) -> Bounds;

    /// Returns its area.
    fn area(&self) -> f64;

    /// Returns what people call it.
    fn name(&self) -> String;

    /// Whether a point may be in it: exact where a shape says so, else by its bounds.
    fn contains(&self, x: f64, y: f64) -> bool {
        let Bounds {
            left,
            bottom,
            right,
            top,
        } = self.bounds();
        (left..=right).contains(&x) && (bottom..=top).contains(&y)
    }

    /// Returns the part of its bounds that it fills, from 0 to 1.
    fn fullness(&self) -> f64 {
        let Bounds {
            left,
            bottom,
            right,
            top,
        } = self.bounds();
        let around = (right - left) * (top - bottom);
        if around > 0.0 {
            self.area() / around
        } else {
            0.0
        }
    }

    /// Describes it in a few words.
    fn describe(&self) -> String {
        format!("{} of area {:.2}", self.name(), self.area())
    }
}

/// A rectangle with its lower left corner at a place.
#[derive(Debug)]
pub struct Rectangle {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Shape for Rectangle {
    fn bounds(&self) -> Bounds {
        Bounds {
            left: self.x,
            bottom: self.y,
            right: self.x + self.width,
            top: self.y + self.height,
        }
    }

    fn area(&self) -> f64 {
        self.width * self.height
    }

    fn name(&self) -> String {
        let kind = if self.width == self.height {
            "square"
        } else {
            "rectangle"
        };
        kind.to_owned()
    }
}

/// A circle around a place.
#[derive(Debug)]
pub struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

impl Shape for Circle {
    fn bounds(&self) -> Bounds {
        Bounds {
            left: self.x - self.radius,
            bottom: self.y - self.radius,
            right: self.x + self.radius,
            top: self.y + self.radius,
        }
    }

    fn area(&self) -> f64 {
        PI * self.radius.powi(2)
    }

    fn name(&self) -> String {
        "circle".to_owned()
    }

    // the corners of the bounds are not in it
    fn contains(&self, x: f64, y: f64) -> bool {
        (x - self.x).hypot(y - self.y) <= self.radius
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CIRCLE: Circle = Circle {
        x: 0.0,
        y: 0.0,
        radius: 1.0,
    };
    const SQUARE: Rectangle = Rectangle {
        x: 0.0,
        y: 0.0,
        width: 2.0,
        height: 2.0,
    };

    #[test]
    fn a_default_builds_on_what_is_required() {
        assert_eq!(SQUARE.describe(), "square of area 4.00");
        assert_eq!(CIRCLE.describe(), "circle of area 3.14");
        assert_eq!(SQUARE.fullness(), 1.0);
        assert!((CIRCLE.fullness() - PI / 4.0).abs() < 1e-12);
    }

    #[test]
    fn a_default_may_be_replaced() {
        assert!(SQUARE.contains(2.0, 0.0));
        assert!(CIRCLE.contains(1.0, 0.0));
        assert!(!CIRCLE.contains(0.9, 0.9));
    }

    #[test]
    fn a_point_has_no_fullness() {
        let point = Circle {
            radius: 0.0,
            ..CIRCLE
        };
        assert_eq!(point.fullness(), 0.0);
        assert!(point.contains(0.0, 0.0));
    }

    #[test]
    fn different_shapes_go_into_one_list() {
        let shapes: [&dyn Shape; 2] = [&CIRCLE, &SQUARE];
        let total: f64 = shapes.iter().map(|shape| shape.area()).sum();
        assert!((total - (PI + 4.0)).abs() < 1e-12);
    }
}
