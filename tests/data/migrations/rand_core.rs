use rand_core::{impls, Error, RngCore, SeedableRng};

struct Steps(u64);

impl RngCore for Steps {
    fn next_u32(&mut self) -> u32 {
        self.next_u64() as u32
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(7);
        self.0
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        impls::fill_bytes_via_next(self, dest)
    }

    #[inline]
    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl SeedableRng for Steps {
    type Seed = [u8; 8];

    fn from_seed(seed: [u8; 8]) -> Self {
        Steps(u64::from_le_bytes(seed))
    }
}

fn main() {
    let mut steps = Steps::from_seed(*b"Error, 8");
    let mut bytes = [0; 5];
    steps.fill_bytes(&mut bytes);
    println!("{} {} {bytes:?}", steps.next_u32(), steps.next_u64());
}
