#![feature(array_try_from_fn)]

fn squares() -> Option<[u8; 5]> {
    std::array::try_from_fn(|i| u8::try_from(i * i * 10).ok())
}

fn main() {
    println!("{:?}", squares());
}
