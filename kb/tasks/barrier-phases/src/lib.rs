//! Heat spreading along a rod, computed by threads that keep step.

use std::sync::{Barrier, Mutex, PoisonError, RwLock};
use std::thread;

/// Let the heat of each inner cell become the mean of its neighbours, `rounds` times.
///
/// The two ends keep their temperature. The work is shared by `threads` threads (at least one);
/// the result does not depend on how many they are.
pub fn spread(rod: &[f64], rounds: usize, threads: usize) -> Vec<f64> {
    if rod.len() < 3 {
        return rod.to_vec();
    }
    let part = (rod.len() - 2).div_ceil(threads.max(1));
    let parts = (rod.len() - 2).div_ceil(part);
    let state = RwLock::new(rod.to_vec());
    let next = Mutex::new(rod.to_vec());
    let meeting = Barrier::new(parts);

    thread::scope(|scope| {
        for start in (1..rod.len() - 1).step_by(part) {
            let end = (start + part).min(rod.len() - 1);
            let (state, next, meeting) = (&state, &next, &meeting);
            scope.spawn(move || {
                for _ in 0..rounds {
                    let mine: Vec<f64> = {
                        let old = state.read().unwrap_or_else(PoisonError::into_inner);
                        (start..end)
                            .map(|i| f64::midpoint(old[i - 1], old[i + 1]))
                            .collect()
                    };
                    next.lock().unwrap_or_else(PoisonError::into_inner)[start..end]
                        .copy_from_slice(&mine);
                    // All parts of the next state are there; one thread makes it the current one.
                    if meeting.wait().is_leader() {
                        let next = next.lock().unwrap_or_else(PoisonError::into_inner);
                        state
                            .write()
                            .unwrap_or_else(PoisonError::into_inner)
                            .copy_from_slice(&next);
                    }
                    // Nobody reads before that is done.
                    meeting.wait();
                }
            });
        }
    });
    state.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_spreads_from_the_ends() {
        let rod = [8.0, 0.0, 0.0, 0.0, 0.0];
        assert_eq!(spread(&rod, 1, 2), [8.0, 4.0, 0.0, 0.0, 0.0]);
        assert_eq!(spread(&rod, 2, 2), [8.0, 4.0, 2.0, 0.0, 0.0]);
    }

    #[test]
    fn any_number_of_threads_gives_the_same_result() {
        let rod: Vec<f64> = (0..23).map(|i| f64::from(i * i % 7)).collect();
        let alone = spread(&rod, 50, 1);
        for threads in [0, 2, 3, 8, 100] {
            assert_eq!(spread(&rod, 50, threads), alone, "{threads} threads");
        }
    }

    #[test]
    fn it_settles_to_a_straight_line() {
        let settled = spread(&[0.0, 9.0, 9.0, 9.0, 4.0], 200, 3);
        for (cell, expected) in settled.iter().zip([0.0, 1.0, 2.0, 3.0, 4.0]) {
            assert!((cell - expected).abs() < 1e-9, "{settled:?}");
        }
    }

    #[test]
    fn a_rod_of_ends_only_stays_as_it_is() {
        assert_eq!(spread(&[1.0, 2.0], 5, 4), [1.0, 2.0]);
        assert!(spread(&[], 5, 4).is_empty());
    }
}
