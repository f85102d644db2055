unsafe extern "C" {
    safe fn abs<T>(value: T) -> T;
}

fn main() {
    println!("{}", abs(-5));
}
