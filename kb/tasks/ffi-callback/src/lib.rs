//! Walking over points by a function with a C interface.

use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// A point as both languages see it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Upwards.
    pub y: f64,
}

/// What C calls for every point: its data first, then the point. A result other than 0 stops it.
type Visitor = unsafe extern "C" fn(data: *mut c_void, point: *const Point) -> c_int;

/// Stands for a function of a C library: visit points until the visitor says stop.
///
/// # Safety
///
/// `points` points to `count` points, and `visitor` can be called with `data`.
unsafe extern "C" fn visit_points(
    points: *const Point,
    count: usize,
    visitor: Visitor,
    data: *mut c_void,
) -> c_int {
    for index in 0..count {
        // SAFETY: promised by the caller.
        let answer = unsafe { visitor(data, points.add(index)) };
        if answer != 0 {
            return answer;
        }
    }
    0
}

/// Call `visit` for every point, until it returns `false`. Returns whether all points were visited.
///
/// # Panics
///
/// If `visit` panics.
pub fn visit_all<F: FnMut(Point) -> bool>(points: &[Point], visit: F) -> bool {
    let mut call = Call { visit, panic: None };
    // SAFETY: the slice is valid, `trampoline::<F>` fits `call`, and both outlive the call.
    let answer = unsafe {
        visit_points(
            points.as_ptr(),
            points.len(),
            trampoline::<F>,
            (&raw mut call).cast(),
        )
    };
    if let Some(panic) = call.panic {
        resume_unwind(panic);
    }
    answer == 0
}

/// What travels through C as a `void *`.
struct Call<F> {
    visit: F,
    panic: Option<Box<dyn std::any::Any + Send>>,
}

/// # Safety
///
/// `data` points to a `Call<F>` that nobody else uses, and `point` to a point.
unsafe extern "C" fn trampoline<F: FnMut(Point) -> bool>(
    data: *mut c_void,
    point: *const Point,
) -> c_int {
    // SAFETY: promised by the caller.
    let (call, point) = unsafe { (&mut *data.cast::<Call<F>>(), *point) };
    match catch_unwind(AssertUnwindSafe(|| (call.visit)(point))) {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(panic) => {
            call.panic = Some(panic);
            1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points() -> Vec<Point> {
        (0..5)
            .map(|n| Point {
                x: f64::from(n),
                y: 1.0,
            })
            .collect()
    }

    #[test]
    fn a_closure_may_change_what_it_captures() {
        let mut sum = 0.0;
        let all = visit_all(&points(), |point| {
            sum += point.x + point.y;
            true
        });
        assert!(all);
        assert_eq!(sum, 15.0);
    }

    #[test]
    fn it_stops_when_told() {
        let mut visited = Vec::new();
        let all = visit_all(&points(), |point| {
            visited.push(point.x);
            point.x < 2.0
        });
        assert!(!all);
        assert_eq!(visited, [0.0, 1.0, 2.0]);
    }

    #[test]
    fn no_points_no_calls() {
        assert!(visit_all(&[], |_| unreachable!("there is no point")));
    }

    #[test]
    fn a_panic_comes_out_after_c_has_returned() {
        let mut calls = 0;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            visit_all(&points(), |_| {
                calls += 1;
                panic!("no more")
            })
        }));
        let panic = outcome.expect_err("it panicked");
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"no more"));
        assert_eq!(calls, 1);
    }

    #[test]
    fn the_struct_lies_as_in_c() {
        assert_eq!(size_of::<Point>(), 16);
        assert_eq!(std::mem::offset_of!(Point, y), 8);
    }
}
