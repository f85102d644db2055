//! Walks on the plane, one step at a time to one of four sides.

use rand::{Rng, RngExt};

/// A place: to the east and to the north of the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// East, negative for west.
    pub x: i32,
    /// North, negative for south.
    pub y: i32,
}

impl Place {
    /// The square of the straight distance from the start.
    pub fn square_distance(self) -> i64 {
        i64::from(self.x).pow(2) + i64::from(self.y).pow(2)
    }

    fn step(self, rng: &mut impl Rng) -> Self {
        let Self { x, y } = self;
        match rng.random_range(0..4) {
            0 => Self { x: x + 1, y },
            1 => Self { x: x - 1, y },
            2 => Self { x, y: y + 1 },
            _ => Self { x, y: y - 1 },
        }
    }
}

/// The places of a walk without end, the start first.
pub fn walk(rng: &mut impl Rng) -> impl Iterator<Item = Place> {
    std::iter::successors(Some(Place::default()), move |place| Some(place.step(rng)))
}

/// The mean of the squared distance after so many steps, over so many walks (at least one).
///
/// The theory says that it is the number of steps.
pub fn mean_square_distance(steps: usize, walks: usize, rng: &mut impl Rng) -> f64 {
    let walks = walks.max(1);
    let total: i64 = (0..walks)
        .map(|_| {
            walk(rng)
                .nth(steps)
                .expect("a walk never ends")
                .square_distance()
        })
        .sum();
    total as f64 / walks as f64
}

/// Estimate π by throwing darts at a square and counting those inside the quarter circle.
pub fn estimate_pi(darts: u32, rng: &mut impl Rng) -> f64 {
    let darts = darts.max(1);
    let hits = (0..darts)
        .filter(|_| {
            let (x, y): (f64, f64) = rng.random();
            x * x + y * y < 1.0
        })
        .count();
    4.0 * hits as f64 / f64::from(darts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use std::f64::consts::PI;

    fn rng(seed: u64) -> StdRng {
        StdRng::seed_from_u64(seed)
    }

    #[test]
    fn every_step_leads_to_a_neighbour() {
        let places: Vec<Place> = walk(&mut rng(1)).take(1_000).collect();
        assert_eq!(places[0], Place::default());
        for pair in places.windows(2) {
            let apart = (pair[0].x - pair[1].x).abs() + (pair[0].y - pair[1].y).abs();
            assert_eq!(apart, 1);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_walk() {
        let walk_of = |seed| walk(&mut rng(seed)).take(100).collect::<Vec<_>>();
        assert_eq!(walk_of(7), walk_of(7));
        assert_ne!(walk_of(7), walk_of(8));
    }

    #[test]
    fn all_directions_are_taken_about_equally_often() {
        let places: Vec<Place> = walk(&mut rng(3)).take(4_001).collect();
        let east = places
            .windows(2)
            .filter(|pair| pair[1].x > pair[0].x)
            .count();
        let north = places
            .windows(2)
            .filter(|pair| pair[1].y > pair[0].y)
            .count();
        // A thousand each, give or take five standard deviations.
        assert!((860..1_140).contains(&east), "{east}");
        assert!((860..1_140).contains(&north), "{north}");
    }

    #[test]
    fn the_mean_square_distance_is_the_number_of_steps() {
        let mean = mean_square_distance(100, 2_000, &mut rng(5));
        assert!((mean - 100.0).abs() < 15.0, "{mean}");
        assert_eq!(mean_square_distance(0, 3, &mut rng(5)), 0.0);
        assert_eq!(mean_square_distance(1, 0, &mut rng(5)), 1.0);
    }

    #[test]
    fn pi_is_about_right() {
        let pi = estimate_pi(100_000, &mut rng(9));
        assert!((pi - PI).abs() < 0.03, "{pi}");
    }
}
