fn grade(points: u32) -> char {
    match points {
        100..=90 => 'A',
        70..=89 => 'B',
        _ => 'C',
    }
}

fn main() {
    println!("{}", grade(93));
}
