unsafe extern "C" {
    fn abs<T>(value: T) -> T;
}

fn main() {
    // SAFETY: only the smallest `c_int` has no absolute value.
    println!("{}", unsafe { abs(-5) });
}
