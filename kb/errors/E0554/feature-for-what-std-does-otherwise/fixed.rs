fn squares() -> Option<[u8; 5]> {
    let mut all = [0; 5];
    for (i, square) in all.iter_mut().enumerate() {
        *square = u8::try_from(i * i * 10).ok()?;
    }
    Some(all)
}

fn main() {
    println!("{:?}", squares());
}
