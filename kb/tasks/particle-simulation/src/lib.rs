//! Particles in a box.

use std::ops::{Add, AddAssign, Mul};

/// A vector on the plane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vector {
    /// To the right.
    pub x: f64,
    /// Upwards.
    pub y: f64,
}

impl Vector {
    /// A vector of these parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Its length.
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

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

/// Something that moves; positions in metres, velocities in metres per second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Particle {
    /// Where it is.
    pub position: Vector,
    /// Where it goes.
    pub velocity: Vector,
}

/// Particles in a box from (0, 0) to its size.
#[derive(Clone, Debug)]
pub struct World {
    /// All particles; they do not hit each other.
    pub particles: Vec<Particle>,
    /// The upper right corner of the box.
    pub size: Vector,
    /// What every particle is accelerated by.
    pub gravity: Vector,
    /// The part of the speed that is left after a bounce, 0 to 1.
    pub bounce: f64,
    left_over: f64,
}

/// Seconds in one step.
pub const STEP: f64 = 1.0 / 256.0;

impl World {
    /// An empty box without gravity, in which nothing is lost by bouncing.
    pub fn new(size: Vector) -> Self {
        Self {
            particles: Vec::new(),
            size,
            gravity: Vector::default(),
            bounce: 1.0,
            left_over: 0.0,
        }
    }

    /// Let time pass, in whole steps; the rest is kept for the next call. Returns the number of steps.
    pub fn advance(&mut self, seconds: f64) -> usize {
        self.left_over += seconds.max(0.0);
        let mut steps = 0;
        while self.left_over >= STEP {
            self.left_over -= STEP;
            self.step();
            steps += 1;
        }
        steps
    }

    fn step(&mut self) {
        for Particle { position, velocity } in &mut self.particles {
            *velocity += self.gravity * STEP;
            *position += *velocity * STEP;
            reflect(&mut position.x, &mut velocity.x, self.size.x, self.bounce);
            reflect(&mut position.y, &mut velocity.y, self.size.y, self.bounce);
        }
    }
}

/// Mirror a coordinate that has left 0..=end back into it.
fn reflect(position: &mut f64, speed: &mut f64, end: f64, bounce: f64) {
    let wall = if *position < 0.0 {
        0.0
    } else if *position > end {
        end
    } else {
        return;
    };
    *position = wall - (*position - wall) * bounce;
    *speed = -*speed * bounce;
    // So fast that it crosses the whole box in one step: leave it at the wall.
    *position = position.clamp(0.0, end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(particle: Particle) -> World {
        let mut world = World::new(Vector::new(10.0, 10.0));
        world.particles.push(particle);
        world
    }

    fn particle(x: f64, y: f64, vx: f64, vy: f64) -> Particle {
        Particle {
            position: Vector::new(x, y),
            velocity: Vector::new(vx, vy),
        }
    }

    #[test]
    fn without_forces_it_goes_straight_on() {
        let mut world = world(particle(1.0, 1.0, 2.0, 0.5));
        assert_eq!(world.advance(1.0), 256);
        // Steps of a power of two are exact in binary.
        assert_eq!(world.particles[0].position, Vector::new(3.0, 1.5));
    }

    #[test]
    fn it_bounces_off_a_wall() {
        let mut world = world(particle(9.0, 5.0, 2.0, 0.0));
        world.advance(1.0);
        assert_eq!(world.particles, [particle(9.0, 5.0, -2.0, 0.0)]);
    }

    #[test]
    fn the_rate_of_frames_makes_no_difference() {
        let start = particle(1.0, 9.0, 3.0, 0.0);
        let (mut fast, mut slow) = (world(start), world(start));
        for world in [&mut fast, &mut slow] {
            world.gravity = Vector::new(0.0, -9.81);
        }
        let steps: usize = (0..3_000).map(|_| fast.advance(0.001)).sum();
        let more: usize = (0..30).map(|_| slow.advance(0.1)).sum();
        // Sums of decimal fractions are not exact: they may differ by the last step.
        assert!(steps.abs_diff(more) <= 1);
        let (a, b) = (fast.particles[0].position, slow.particles[0].position);
        assert!((a + b * -1.0).length() < 0.1, "{a:?} {b:?}");
    }

    #[test]
    fn bouncing_neither_gains_nor_loses_much_height() {
        let mut world = world(particle(5.0, 8.0, 0.0, 0.0));
        world.gravity = Vector::new(0.0, -9.81);
        let mut highest = 0.0_f64;
        for second in 0..60 {
            world.advance(1.0);
            if second > 50 {
                highest = highest.max(world.particles[0].position.y);
            }
            assert!(world.particles[0].position.y <= 8.3);
        }
        assert!(highest > 4.0, "{highest}");
    }

    #[test]
    fn nothing_ever_leaves_the_box() {
        let mut world = world(particle(5.0, 5.0, 1e6, -1e6));
        world.bounce = 0.5;
        for _ in 0..100 {
            world.advance(STEP);
            let Vector { x, y } = world.particles[0].position;
            assert!((0.0..=10.0).contains(&x) && (0.0..=10.0).contains(&y));
        }
    }
}
