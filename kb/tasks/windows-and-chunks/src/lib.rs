//! Measurements in a row.

use std::collections::VecDeque;
use std::num::NonZeroUsize;

/// Returns the average of each run of `width` neighbours.
pub fn moving_average(values: &[f64], width: NonZeroUsize) -> Vec<f64> {
    let width = width.get();
    values
        .windows(width)
        .map(|run| run.iter().sum::<f64>() / width as f64)
        .collect()
}

/// Returns the same for values that come one at a time, holding only `width` of them.
pub fn moving_average_of(
    values: impl IntoIterator<Item = f64>,
    width: NonZeroUsize,
) -> impl Iterator<Item = f64> {
    let mut held = VecDeque::with_capacity(width.get());
    values.into_iter().filter_map(move |value| {
        if held.len() == width.get() {
            held.pop_front();
        }
        held.push_back(value);
        (held.len() == width.get()).then(|| held.iter().sum::<f64>() / width.get() as f64)
    })
}

/// Whether each value is at least as large as the one before it.
pub fn is_rising(values: &[i32]) -> bool {
    values.windows(2).all(|pair| pair[0] <= pair[1])
}

/// Returns where the values turn from rising to falling.
pub fn peaks(values: &[i32]) -> Vec<usize> {
    let runs = values.windows(3).enumerate();
    runs.filter(|(_, run)| run[0] < run[1] && run[1] > run[2])
        .map(|(start, _)| start + 1)
        .collect()
}

/// Returns `bytes` in hexadecimal, `per_line` of them in each line.
pub fn hex_dump(bytes: &[u8], per_line: NonZeroUsize) -> String {
    let line = |chunk: &[u8]| {
        let pairs: Vec<_> = chunk.iter().map(|byte| format!("{byte:02x}")).collect();
        pairs.join(" ")
    };
    let lines: Vec<_> = bytes.chunks(per_line.get()).map(line).collect();
    lines.join("\n")
}

/// Returns the runs of values that differ by at most 1 from their neighbour.
pub fn smooth_runs(values: &[i32]) -> Vec<&[i32]> {
    values
        .chunk_by(|left, right| left.abs_diff(*right) <= 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: NonZeroUsize = NonZeroUsize::new(2).unwrap();
    const THREE: NonZeroUsize = NonZeroUsize::new(3).unwrap();

    #[test]
    fn averages_move() {
        let values = [1.0, 3.0, 5.0, 9.0];
        assert_eq!(moving_average(&values, TWO), [2.0, 4.0, 7.0]);
        assert_eq!(moving_average(&values[..2], THREE), []);
        assert!(moving_average_of(values, THREE).eq(moving_average(&values, THREE)));
    }

    #[test]
    fn neighbours_are_compared() {
        assert!(is_rising(&[1, 1, 4]));
        assert!(!is_rising(&[1, 4, 3]));
        assert!(is_rising(&[]));
        assert_eq!(peaks(&[1, 3, 2, 2, 5, 1]), [1, 4]);
        assert_eq!(peaks(&[1, 3]), []);
    }

    #[test]
    fn the_last_chunk_may_be_shorter() {
        assert_eq!(hex_dump(&[0, 10, 255, 16, 1], TWO), "00 0a\nff 10\n01");
        assert_eq!(hex_dump(&[], TWO), "");
    }

    #[test]
    fn runs_end_where_a_step_is_too_large() {
        assert_eq!(
            smooth_runs(&[1, 2, 2, 7, 8, 3]),
            [&[1, 2, 2][..], &[7, 8], &[3]]
        );
    }
}
