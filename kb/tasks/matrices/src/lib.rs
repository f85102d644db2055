//! Small matrices whose size the compiler knows.

use std::array;
use std::ops::{Add, Index, IndexMut, Mul};

/// A matrix of `R` rows and `C` columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix<const R: usize, const C: usize>(pub [[f64; C]; R]);

/// A pivot below this part of the largest entry counts as zero.
const TINY: f64 = 1e-12;

impl<const R: usize, const C: usize> Matrix<R, C> {
    /// Makes a matrix whose entry in each row and column is what `entry` returns.
    pub fn from_fn(mut entry: impl FnMut(usize, usize) -> f64) -> Self {
        Self(array::from_fn(|row| {
            array::from_fn(|column| entry(row, column))
        }))
    }

    /// Returns the matrix with rows and columns exchanged.
    pub fn transposed(&self) -> Matrix<C, R> {
        Matrix::from_fn(|row, column| self[(column, row)])
    }
}

impl<const N: usize> Matrix<N, N> {
    /// Returns the matrix that changes nothing.
    pub fn identity() -> Self {
        Self::from_fn(|row, column| f64::from(u8::from(row == column)))
    }

    /// Returns the `exponent`-th power, in about `log exponent` multiplications.
    pub fn pow(mut self, mut exponent: u32) -> Self {
        let mut power = Self::identity();
        while exponent > 0 {
            if exponent % 2 == 1 {
                power = power * self;
            }
            self = self * self;
            exponent /= 2;
        }
        power
    }

    /// Returns the `x` for which the matrix times `x` is `right`; None where there is not one only.
    pub fn solve(mut self, mut right: [f64; N]) -> Option<[f64; N]> {
        let largest = self
            .0
            .as_flattened()
            .iter()
            .fold(0.0_f64, |max, entry| max.max(entry.abs()));
        for column in 0..N {
            let by_size = |a: &usize, b: &usize| {
                self[(*a, column)]
                    .abs()
                    .total_cmp(&self[(*b, column)].abs())
            };
            let pivot = (column..N).max_by(by_size)?;
            if self[(pivot, column)].abs() <= largest * TINY {
                return None;
            }
            self.0.swap(pivot, column);
            right.swap(pivot, column);
            for row in column + 1..N {
                let factor = self[(row, column)] / self[(column, column)];
                for each in column..N {
                    self[(row, each)] -= factor * self[(column, each)];
                }
                right[row] -= factor * right[column];
            }
        }
        for row in (0..N).rev() {
            let known: f64 = (row + 1..N)
                .map(|each| self[(row, each)] * right[each])
                .sum();
            right[row] = (right[row] - known) / self[(row, row)];
        }
        Some(right)
    }
}

impl<const R: usize, const C: usize> Index<(usize, usize)> for Matrix<R, C> {
    type Output = f64;

    fn index(&self, (row, column): (usize, usize)) -> &f64 {
        &self.0[row][column]
    }
}

impl<const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<R, C> {
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut f64 {
        &mut self.0[row][column]
    }
}

impl<const R: usize, const C: usize> Add for Matrix<R, C> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_fn(|row, column| self[(row, column)] + other[(row, column)])
    }
}

// the columns of the left are the rows of the right: anything else does not compile
impl<const R: usize, const M: usize, const C: usize> Mul<Matrix<M, C>> for Matrix<R, M> {
    type Output = Matrix<R, C>;

    fn mul(self, other: Matrix<M, C>) -> Matrix<R, C> {
        Matrix::from_fn(|row, column| {
            (0..M)
                .map(|each| self[(row, each)] * other[(each, column)])
                .sum()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_follow_from_the_factors() {
        let left = Matrix([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
        let right = Matrix([[1.0], [0.0], [-1.0]]);
        assert_eq!(left * right, Matrix([[-2.0], [-2.0]]));
        assert_eq!(
            left.transposed(),
            Matrix([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]])
        );
        assert_eq!(left + left, Matrix([[2.0, 4.0, 6.0], [8.0, 10.0, 12.0]]));
    }

    #[test]
    fn powers() {
        let step = Matrix([[1.0, 1.0], [1.0, 0.0]]);
        assert_eq!(step.pow(30)[(0, 1)], 832_040.0);
        assert_eq!(step.pow(0), Matrix::identity());
    }

    #[test]
    fn equations_are_solved() {
        let system = Matrix([[0.0, 2.0, 1.0], [1.0, -2.0, -3.0], [-1.0, 1.0, 2.0]]);
        let solution = system.solve([-8.0, 0.0, 3.0]).unwrap();
        let expected = [-4.0, -5.0, 2.0];
        assert!(
            solution
                .iter()
                .zip(expected)
                .all(|(x, y)| (x - y).abs() < 1e-9),
            "{solution:?}"
        );
    }

    #[test]
    fn without_a_single_solution_there_is_none() {
        assert_eq!(Matrix([[1.0, 2.0], [2.0, 4.0]]).solve([1.0, 2.0]), None);
        assert_eq!(Matrix([[0.1, 0.3], [0.3, 0.9]]).solve([1.0, 2.0]), None);
        assert_eq!(Matrix([[0.0]]).solve([0.0]), None);
    }

    #[test]
    fn small_numbers_are_fine_as_they_are() {
        let tiny = Matrix([[1e-20, 0.0], [0.0, 2e-20]]);
        assert_eq!(tiny.solve([1e-20, 1e-20]), Some([1.0, 0.5]));
    }
}
