pub fn pick<T: PartialOrd>(a: T, b: T) -> T {
    if a > b { a } else { b }
}

pub fn clamp_reading<T: PartialOrd>(value: T, low: T) -> (T, bool) {
    let clamped = pick(value, low);
    let changed = clamped != value;
    (clamped, changed)
}
