fn squares() -> Option<[u8; 5]> {
    let all: Vec<u8> = (0..5)
        .map(|i| u8::try_from(i * i * 10).ok())
        .collect::<Option<_>>()?;
    all.try_into().ok()
}

fn main() {
    println!("{:?}", squares());
}
