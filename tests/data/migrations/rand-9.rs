use rand::distributions::{Alphanumeric, Distribution, Standard};
use rand::{Error, Rng, RngCore, SeedableRng};

fn draw<T>(rng: &mut impl Rng) -> T
where
    Standard: Distribution<T>,
{
    rng.gen()
}

struct Fixed(u32);

impl RngCore for Fixed {
    fn next_u32(&mut self) -> u32 {
        self.0
    }

    fn next_u64(&mut self) -> u64 {
        self.0.into()
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        dest.fill(self.0 as u8);
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

fn main() {
    println!("{}", Fixed(9).gen_range(0..1000u64));
    let mut rng = rand::rngs::StdRng::from_entropy();
    let text: String = (&mut rng).sample_iter(&Alphanumeric).take(9).map(char::from).collect();
    let drawn: Vec<u8> = (0..500).map(|_| rng.gen_range(3..5)).collect();
    let always = rng.gen_bool(1.0) && rng.gen_ratio(1, 1);
    let float = draw::<f64>(&mut rng) < 1.0 && rand::thread_rng().gen::<f32>() < 1.0;
    println!("{} {:?} {:?} {always} {float}", text.len(), drawn.iter().min(), drawn.iter().max());
}
