struct Size {
    width: u32,
    height: u32,
}

fn area(size: &Size) -> u32 {
    let Size { width: w, width: h } = size;
    w * h
}

fn main() {
    let size = Size {
        width: 4,
        height: 3,
    };
    println!("{}", area(&size));
    println!("{} high", size.height);
}
