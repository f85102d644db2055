use arrayvec::{ArrayString, ArrayVec};

struct Held {
    items: ArrayVec<[u16; 4]>,
    name: ArrayString<[u8; 8]>,
}

fn main() {
    let mut held = Held { items: ArrayVec::<[u16; 4]>::new(), name: ArrayString::<[u8; 8]>::new() };
    held.items.extend([1, 2, 3]);
    held.name.push_str("abc");
    println!("{:?} {} {}", held.items, held.name.as_str(), held.items.capacity());
    // said in words: ArrayVec<[u16; 4]>
    println!("ArrayVec<[u16; 4]>");
}
