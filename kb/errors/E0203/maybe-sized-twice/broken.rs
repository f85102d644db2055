struct Shared<T: ?Sized>
where
    T: ?Sized,
{
    readers: u32,
    value: T,
}

fn main() {
    let shared = Shared {
        readers: 2,
        value: [1, 2, 3],
    };
    let view: &Shared<[i32]> = &shared;
    println!("{} readers of {:?}", view.readers, &view.value);
}
